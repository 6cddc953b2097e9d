"""The public pages, and the private ones about an article. Each finds through the door, then renders."""
