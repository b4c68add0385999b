package main

import (
	"os"
	"runtime/debug"
)

// A run is short, and most of its garbage is the glossary's loading: the heap
// may grow a good deal before it is collected, up to a limit that the largest
// file at work sets. Text full of faults takes about as many bytes for each of
// its own as memoryPerByte says; with less room, collecting would take longer
// than reviewing.
const (
	gcPercent     = 800
	leastMemory   = 256 << 20
	memoryPerByte = 16
)

// tuneMemory sets how the heap grows, for a run whose largest file has so many
// bytes.
func tuneMemory(largest int64) {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(leastMemory + memoryPerByte*largest)
}

// largest is the size of the largest file, as far as it can be told.
func largest(paths []string) int64 {
	var most int64
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			most = max(most, info.Size())
		}
	}
	return most
}
