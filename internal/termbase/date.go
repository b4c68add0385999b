package termbase

import (
	"fmt"
	"time"
)

// Date is a calendar day. A term's bounds may name a month or a year; they
// stand for its first day.
type Date struct{ time.Time }

// ParseDate reads 2018, 2018-03 or 2018-03-17.
func ParseDate(text string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return Date{t}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is no date: write 2018, 2018-03 or 2018-03-17", text)
}

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.Time.Before(o.Time) }

// String is the day as 2018-03-17, or "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format("2006-01-02")
}
