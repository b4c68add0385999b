// Command rectify reviews translated English against a glossary of official
// terms and titles. See README.md.
package main

import (
	"os"
	"runtime/debug"
)

// A run is short, and most of its garbage is the glossary's loading: the heap
// may grow a good deal before it is collected, up to a limit.
const (
	gcPercent   = 800
	memoryLimit = 1 << 30
)

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
