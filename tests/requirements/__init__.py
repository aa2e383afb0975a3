"""Requirements on trial: papers without fault, and one file for each way to break them."""
