// Command rectify reviews translated English against a glossary of official
// terms and titles. See README.md.
package main

import (
	"os"
	"runtime/debug"
)

// gcPercent lets the heap grow to five times what is in use before it is
// collected: a run is short, and most of its garbage is the glossary's loading.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
