package review

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// datelineBytes is how far into a document its date is looked for.
const datelineBytes = 2000

var (
	isoDate     = regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b`)
	writtenDate = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
)

// aroundYear is how far a date reaches before and behind its year.
const aroundYear = 24

// Dateline is the day that a document gives itself: the first date of the
// form 2023-10-25, or October 25, 2023, near its beginning; zero if it has
// none.
func Dateline(d *document.Document) termbase.Date {
	text := d.Text[:min(len(d.Text), datelineBytes)]
	for at := 0; at+4 <= len(text); at++ {
		if !isFigure(text[at+3]) {
			at += 3 // no year reaches over it
			continue
		}
		if !isYear(text[at : at+4]) {
			continue
		}
		near := text[max(0, at-aroundYear):min(len(text), at+4+aroundYear)]
		if mayBeISO(near) {
			if m := isoDate.FindStringSubmatch(near); m != nil {
				return day(m[1], m[2], m[3])
			}
		}
		if mayBeWritten(near) {
			if m := writtenDate.FindStringSubmatch(near); m != nil {
				if month, err := time.Parse("Jan", m[1][:3]); err == nil {
					return day(m[3], strconv.Itoa(int(month.Month())), m[2])
				}
			}
		}
	}
	return termbase.Date{}
}

// mayBeISO reports whether a text has a figure on both sides of a mark, and
// mayBeWritten whether a day follows a month's last letter, or its point, and a year
// the day: most texts around a year have neither.
func mayBeISO(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if c := text[i]; (c == '-' || c == '/' || c == '.') && isFigure(text[i-1]) && isFigure(text[i+1]) {
			return true
		}
	}
	return false
}

func mayBeWritten(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == ' ' && isFigure(text[i+1]) && strings.IndexByte("yhletr.", text[i-1]) >= 0 && yearFollows(text[i+1:]) {
			return true
		}
	}
	return false
}

// yearFollows reports whether a figure follows the first space of a text, and no more
// stands before it than a day takes: 25th,
func yearFollows(text string) bool {
	space := strings.IndexByte(text[:min(len(text), len("25th, "))], ' ')
	return space > 0 && space+1 < len(text) && isFigure(text[space+1])
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// isYear reports whether four bytes are a year since 1950.
func isYear(text string) bool {
	for i := range len(text) {
		if !isFigure(text[i]) {
			return false
		}
	}
	return text >= "1950" && text < "2100"
}

// day is the date of the numbers, zero if there is no such day.
func day(year, month, of string) termbase.Date {
	m, _ := strconv.Atoi(month)
	n, _ := strconv.Atoi(of)
	date, err := termbase.ParseDate(fmt.Sprintf("%s-%02d-%02d", year, m, n))
	if err != nil {
		return termbase.Date{}
	}
	return date
}
