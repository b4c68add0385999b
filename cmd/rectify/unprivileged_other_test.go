//go:build !unix

package main

// mainUnprivileged is rectify; its scripts run on Unix only.
func mainUnprivileged() { main() }
