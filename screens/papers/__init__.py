"""The page of papers to hand over, and how they leave the desk."""
