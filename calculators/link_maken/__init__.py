"""The pages that a coach sends, and their short addresses."""
