//go:build unix

package main

import (
	"fmt"
	"os"
	"syscall"
)

// nobody is a user without rights of its own.
const nobody = 65534

// mainUnprivileged is rectify for a user whom permissions stop, even if the
// tests run as one whom they don't.
func mainUnprivileged() {
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
	}
	main()
}
