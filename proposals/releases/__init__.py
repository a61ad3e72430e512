"""What an approval fixes and a release publishes, compared with what is stored now."""
