"""The demo image model's lessons: scenes, the captions that ask for them, and their pictures."""
