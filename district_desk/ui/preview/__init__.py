"""Looking at paper before it is printed: page pictures, saving, printing."""
