package main

import (
	"fmt"
	"io"
	"os"
)

// mostInput is how many bytes an input may have. What has no end, such as a
// device, must not take all the memory there is.
const mostInput = 512 << 20

// readFile reads a file of the user's, which may be a pipe. Its errors name it.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() {
		if info.Size() > mostInput {
			return nil, tooLarge(path)
		}
		return os.ReadFile(path) // which knows how much room it takes
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // it was only read
	return readAll(path, file)
}

// readAll reads all of an input, whose name is for the error.
func readAll(name string, from io.Reader) ([]byte, error) { return readUpTo(mostInput, name, from) }

func readUpTo(most int, name string, from io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, int64(most)+1))
	if err == nil && len(data) > most {
		err = tooLarge(name)
	}
	return data, err
}

// tooLarge is the error of an input that is larger than what is read.
func tooLarge(name string) error {
	return fmt.Errorf("%s: larger than %d MB: nothing so large is read", name, mostInput>>20)
}
