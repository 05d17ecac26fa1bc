"""What programs are given: real tables, tensors, networks and files, small and the same on every run."""
