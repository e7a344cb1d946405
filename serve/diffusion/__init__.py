"""Pictures from diffusion models, with requests that join and leave between denoising steps.

`batching` decides which requests step together, `family` says what is needed of a pipeline and
`families` adapts those of diffusers, `denoiser` takes the steps, `engine` runs the lanes.
"""
