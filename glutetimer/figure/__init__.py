"""The animated figure as pure geometry: skeleton, poses, movement. No Qt, no I/O, no clock."""
