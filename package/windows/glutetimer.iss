; The installer for Windows, for Inno Setup 6: `python run.py package installer` gives Version and Folder.
; It has never been run. It asks for no administrator, and leaves routines and history where they are.
[Setup]
AppId={{6F4D9C1E-0B6B-4B57-9B64-6C0E7B3B6C11}
AppName=glutetimer
AppVersion={#Version}
AppPublisher=The glutetimer maintainers
DefaultDirName={autopf}\glutetimer
DefaultGroupName=glutetimer
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\icons\glutetimer.ico
UninstallDisplayIcon={app}\glutetimer-window.exe
OutputDir={#Root}\dist
OutputBaseFilename=glutetimer-{#Version}-windows-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\glutetimer"; Filename: "{app}\glutetimer-window.exe"; AppUserModelID: "glutetimer.glutetimer"

[Run]
Filename: "{app}\glutetimer-window.exe"; Description: "Start glutetimer"; Flags: postinstall nowait skipifsilent
