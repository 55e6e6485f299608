"""What the story says: fact patterns and where a draft shows them."""
