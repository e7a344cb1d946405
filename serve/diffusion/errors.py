"""What can go wrong with one picture. None of it hurts the others."""


class DiffusionError(Exception):
    """Base. The message is for the person who asked; `code` is stable."""

    code = "image_failed"


class PictureTooLargeError(DiffusionError):
    """There is not enough memory for this picture alone: ask for a smaller one."""

    code = "out_of_memory"


class DeadlineError(DiffusionError):
    """The time was up before the picture was done."""

    code = "deadline"
