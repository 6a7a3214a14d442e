"""What makes packages."""
