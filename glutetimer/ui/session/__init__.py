"""The session page: made to be read from a mat, three metres away."""
