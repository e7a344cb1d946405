"""Pictures from diffusion models, with requests that join and leave between denoising steps.

`request` is what may be asked for, `batching` decides which requests step together, `family`
adapts the pipelines of diffusers, `denoiser` takes the steps, `engine` runs the lanes.
"""
