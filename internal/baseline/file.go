package baseline

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"rectify/internal/check"
)

// The file of a baseline is tab-separated, so that a spreadsheet opens it and a
// diff of it reads well: a comment, the names of the columns, then an issue a
// line, sorted.
const (
	comment = "# rectify baseline 1: issues accepted as they are. Written by rectify check --write-baseline; --shrink-baseline takes out what is gone."
	columns = "path\tcheck\tcertainty\tentry\ttext\tfingerprint\taccepted"
)

// escapes keep a path in its column.
var (
	escape   = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
	unescape = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")
)

// Format is the file of the lines, the same for any order of them.
func Format(lines []Line) string {
	var out strings.Builder
	out.WriteString(comment + "\n" + columns + "\n")
	for _, l := range slices.SortedFunc(slices.Values(lines), compare) {
		out.WriteString(strings.Join([]string{
			escape.Replace(l.Path), l.Check, l.Certainty.String(), l.Entry, escape.Replace(l.Text), l.Fingerprint, l.Since,
		}, "\t") + "\n")
	}
	return out.String()
}

func compare(a, b Line) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Check, b.Check), strings.Compare(a.Entry, b.Entry),
		strings.Compare(a.Text, b.Text), strings.Compare(a.Fingerprint, b.Fingerprint))
}

// Parse reads what [Format] wrote. An error names the file and the line.
func Parse(name, text string) ([]Line, error) {
	var lines []Line
	where := map[Line]int{} // by path and fingerprint
	number, head := 0, false
	for row := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		row = strings.TrimRight(row, "\r\n")
		var err error
		switch {
		case !head && strings.HasPrefix(row, "#"):
			continue
		case !head && row != columns:
			err = fmt.Errorf("this is no baseline: it has to begin with the columns %s", strings.ReplaceAll(columns, "\t", " "))
		case !head:
			head = true
			continue
		case row == "":
			continue
		}
		var l Line
		if err == nil {
			l, err = parseLine(row)
		}
		key := Line{Path: l.Path, Fingerprint: l.Fingerprint}
		if first, twice := where[key]; err == nil && twice {
			err = fmt.Errorf("the issue stands in line %d already", first)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
		where[key] = number
		lines = append(lines, l)
	}
	if !head {
		return nil, fmt.Errorf("%s: this is no baseline: it is empty", name)
	}
	return lines, nil
}

// fingerprint is the form of one.
var fingerprint = regexp.MustCompile(`^[0-9a-f]{32}$`)

func parseLine(row string) (Line, error) {
	cells := strings.Split(row, "\t")
	want := strings.Count(columns, "\t") + 1
	if strings.HasPrefix(row, "<<<<<<<") || strings.HasPrefix(row, "=======") || strings.HasPrefix(row, ">>>>>>>") {
		return Line{}, errors.New("a merge left a conflict here: keep the lines of both sides")
	}
	if len(cells) != want {
		return Line{}, fmt.Errorf("%d columns, where %d belong", len(cells), want)
	}
	l := Line{Path: unescape.Replace(cells[0]), Check: cells[1], Entry: cells[3], Text: unescape.Replace(cells[4]), Fingerprint: cells[5], Since: cells[6]}
	var err error
	if l.Certainty, err = check.ParseCertainty(cells[2]); err != nil {
		return l, err
	}
	if !fingerprint.MatchString(l.Fingerprint) {
		return l, fmt.Errorf("%q is no fingerprint", l.Fingerprint)
	}
	if _, err := time.Parse(time.DateOnly, l.Since); err != nil {
		return l, fmt.Errorf("%q is no day, as 2026-05-01 is", l.Since)
	}
	if l.Path == "" || l.Check == "" {
		return l, errors.New("an issue needs a path and a check")
	}
	return l, nil
}
