package checks

import (
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// inEnglishOrder is the issue of a dateline in a text that begins at an offset of the
// document; its city, month and day are groups of what was found. One dash stands
// behind it, or behind the reporters it names, and a capital behind the dash.
func (r *residue) inEnglishOrder(begin int, span document.Span, text string, at []int) check.Issue {
	group := func(n int) string { return text[at[2*n]:at[2*n+1]] }
	new := strings.ToUpper(group(1)) + ", " + shortMonth(group(2)) + " " + group(3) + " (Xinhua)"
	rest := text[span.End-begin:]
	names := byline.FindString(rest)
	body := strings.TrimLeft(rest[len(names):], " ")
	dashed := strings.HasPrefix(body, "-") || strings.HasPrefix(body, "–") || strings.HasPrefix(body, "—")

	message := r.message
	var behind []edit.Edit
	insert := func(at int, text string) { behind = append(behind, edit.Edit{Start: at, End: at, New: text}) }
	switch end := span.End + len(names); {
	case names != "":
		message += "; the reporters behind it are named on a line of their own"
		if !dashed {
			insert(end, " --")
		}
	case dashed:
	case body == rest && body != "":
		new += " -- "
	default:
		new += " --"
	}
	if first, size := utf8.DecodeRuneInString(body); !dashed && 'a' <= first && first <= 'z' {
		start := begin + len(text) - len(body)
		behind = append(behind, edit.Edit{Start: start, End: start + size, New: strings.ToUpper(body[:size])})
	}
	return check.Issue{Span: span, Message: message, Suggestions: []check.Suggestion{{
		Text: new, Edits: append([]edit.Edit{{Start: span.Start, End: span.End, New: new}}, behind...),
	}}}
}

// shortMonth is a month as news datelines write it: Feb., but May.
func shortMonth(month string) string {
	switch month {
	case "March", "April", "May", "June", "July":
		return month
	case "September":
		return "Sept."
	}
	return month[:3] + "."
}
