"""Tests of glutetimer; the folders mirror the package."""
