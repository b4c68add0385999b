package termbase

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a calendar day, zero for none. A term's bounds may name a month or a
// year; they stand for its first day.
type Date struct {
	day int32 // as a number: 20180317
}

// ParseDate reads 2018, 2018-03 or 2018-03-17.
func ParseDate(text string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return Date{int32(t.Year()*10000 + int(t.Month())*100 + t.Day())}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is no date: write 2018, 2018-03 or 2018-03-17", text)
}

// IsZero reports whether it is no day.
func (d Date) IsZero() bool { return d.day == 0 }

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.day < o.day }

// Sure is the first day that is after the bound for certain, where d is a bound
// of a term: one that names a month or a year stands for its first day, and news
// of the day itself may speak of the day before.
func (d Date) Sure() Date {
	days := 31
	if d.day%10000 == 101 {
		days = 366
	}
	t := time.Date(int(d.day/10000), time.Month(d.day/100%100), int(d.day%100)+days, 0, 0, 0, 0, time.UTC)
	return Date{int32(t.Year()*10000 + int(t.Month())*100 + t.Day())}
}

// Compare is -1, 0 or 1 as d is earlier than o, the same day, or later.
func (d Date) Compare(o Date) int { return cmp.Compare(d.day, o.day) }

// String is the day as 2018-03-17, or "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.day/10000, d.day/100%100, d.day%100)
}

// Year is the year of the day, 0 for no day.
func (d Date) Year() int { return int(d.day / 10000) }
