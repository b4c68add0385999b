// Command rectify reviews translated English against a glossary of official
// terms and titles. See README.md.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
