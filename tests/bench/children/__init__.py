"""Programs that the benchmarks start."""
