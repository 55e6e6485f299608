"""Stage 3: the compiled registers, and what a citation means in them."""
