package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"rectify/internal/english"
	"rectify/internal/format"
)

// rewrite changes the files in place, once it knows that all can be. An
// interruption waits for the file at work, so that nothing is left beside it.
func rewrite(inputs []*format.File, contents [][]byte) error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	return rewriteUntil(stop, inputs, contents)
}

func rewriteUntil(stop <-chan os.Signal, inputs []*format.File, contents [][]byte) error {
	for i, in := range inputs {
		if !bytes.Equal(contents[i], in.Data) {
			if err := writable(in); err != nil {
				return err
			}
		}
	}
	var failed []error
	done := 0
	for i, in := range inputs {
		if bytes.Equal(contents[i], in.Data) {
			continue
		}
		select {
		case <-stop:
			return errors.Join(append(failed, fmt.Errorf("interrupted: %s changed, the others are as they were", english.Count(done, "file")))...)
		default:
		}
		if err := format.Write(in.Document.Path, contents[i], in.Data); err != nil {
			failed = append(failed, err)
		} else {
			done++
		}
	}
	return errors.Join(failed...)
}

// writable is the error that writing the file would end with: it is asked to
// hold what it holds.
func writable(in *format.File) error {
	if err := in.Changeable(); err != nil {
		return fmt.Errorf("%s: not written: %w", in.Document.Path, err)
	}
	return format.Write(in.Document.Path, in.Data, in.Data)
}
