package review

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// datelineBytes is how far into a document its date is looked for.
const datelineBytes = 2000

var (
	isoDate     = regexp.MustCompile(`\b(19[5-9]\d|20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b`)
	writtenDate = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) (\d{1,2})(?:st|nd|rd|th)?,? (19[5-9]\d|20\d\d)\b`)
)

// Dateline is the day that a document gives itself: the first date of the
// form 2023-10-25, or October 25, 2023, near its beginning; zero if it has
// none.
func Dateline(d *document.Document) termbase.Date {
	text := d.Text[:min(len(d.Text), datelineBytes)]
	iso, written := isoDate.FindStringSubmatchIndex(text), writtenDate.FindStringSubmatchIndex(text)
	part := func(m []int, n int) string { return text[m[2*n]:m[2*n+1]] }
	switch {
	case iso != nil && (written == nil || iso[0] < written[0]):
		return day(part(iso, 1), part(iso, 2), part(iso, 3))
	case written != nil:
		month, err := time.Parse("Jan", part(written, 1)[:3])
		if err != nil {
			return termbase.Date{}
		}
		return day(part(written, 3), strconv.Itoa(int(month.Month())), part(written, 2))
	}
	return termbase.Date{}
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
