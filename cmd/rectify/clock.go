package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// now is the time that is written into a file: that of SOURCE_DATE_EPOCH, in
// seconds since 1970, where it is set, so that what was made can be made again to
// the byte; else that of the clock. It is universal time, the same everywhere.
func now() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Now().UTC(), nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q: it takes seconds since 1970", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
