"""Operator commands: `python -m ops up`, `down`, `status`.

`up.py` starts everything on one machine, or on the Ray cluster that `RAY_ADDRESS` names.
"""
