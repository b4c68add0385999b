package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/review"
)

// A comment of GitHub holds 65,536 characters, one of GitLab more. The table of
// the terms takes no more than its share of them.
const (
	mostLetters      = 64_000
	mostTableLetters = 32_000
)

// markdownMarker begins the report, so that a bot finds the comment to update.
const markdownMarker = "<!-- rectify -->\n"

// markdown is a comment for a pull request, or the summary of a job: what was
// found in a sentence, a table of the terms, the most important first, and below
// it, collapsed, the sentences of each file with their changes.
type markdown struct {
	*bufio.Writer
	Options
	total    tally
	subjects subjects
	// details are kept until the table is known, as many as there may be room for.
	details []detail
	letters int
}

// detail is a sentence with its issues, and the title of its file.
type detail struct {
	title, text string
	issues      int
}

func newMarkdown(w io.Writer, o Options) Writer {
	return &markdown{Writer: bufio.NewWriter(w), Options: o, total: newTally(), subjects: newSubjects()}
}

func (m *markdown) File(f review.File) error {
	m.total.add(f)
	m.subjects.add(f)
	if m.letters > mostLetters {
		return nil
	}
	all, err := hunks(f.Document, f.Issues)
	if err != nil {
		return fmt.Errorf("%s: markdown: %w", visiblePath(f.Document.Path), err)
	}
	title := fmt.Sprintf("%s: %s", htmlText(visiblePath(f.Document.Path)), english.Count(len(f.Issues), "issue"))
	for _, h := range all {
		d := detail{title, m.detail(&h, f.Document), len(h.issues)}
		m.details = append(m.details, d)
		if m.letters += utf8.RuneCountInString(d.text); m.letters > mostLetters {
			break
		}
	}
	return nil
}

// detail is a sentence as an item of a list, with what is wrong as items below.
func (m *markdown) detail(h *hunk, d *document.Document) string {
	var out strings.Builder
	out.WriteString("- " + markedMarkdown(h.marks(d)) + "\n")
	for _, note := range h.notes(m.Source, d) {
		out.WriteString("  - " + markdownText(paint(note, false)) + "\n")
	}
	return out.String()
}

// markdownTags are the tags around a mark.
var markdownTags = [...]struct{ open, close string }{
	same:     {"", ""},
	deleted:  {"<del>", "</del>"},
	inserted: {"<ins>", "</ins>"},
	flagged:  {"<b>", "</b>"},
}

func markedMarkdown(marks []mark) string {
	var out strings.Builder
	for _, m := range marks {
		tags := markdownTags[m.kind]
		out.WriteString(tags.open + markdownPart(m.text) + tags.close)
	}
	return lineMark.ReplaceAllString(strings.TrimSpace(out.String()), `$1\$2$3`)
}

func (m *markdown) Close() error {
	head := markdownMarker + "**rectify: " + m.total.summary() + "**\n"
	if m.total.nextFix(m.Options) != "" {
		head += "\n" + english.Figures(m.total.fixable) + " can be applied by `rectify fix --write`.\n"
	}
	head += m.table()
	m.WriteString(head)
	m.files(mostLetters - utf8.RuneCountInString(head))
	return m.Flush()
}

// table is the table of the terms as far as there is room for it.
func (m *markdown) table() string {
	if m.total.issues == 0 {
		return ""
	}
	var out strings.Builder
	out.WriteString("\n| severity | issues | term | found → suggested | where |\n|---|--:|---|---|---|\n")
	room := mostTableLetters
	all := m.subjects.sorted()
	for i, s := range all {
		row := s.row()
		if room -= utf8.RuneCountInString(row); room < 0 {
			out.WriteString("\n… and " + english.Count(len(all)-i, "more term") + "\n")
			break
		}
		out.WriteString(row)
	}
	return out.String()
}

// files writes the details of each file, as many as there is room for.
func (m *markdown) files(room int) {
	const open, end = "\n<details><summary>%s</summary>\n\n", "\n</details>\n"
	shown, within := 0, ""
	for i, d := range m.details {
		summary := fmt.Sprintf(open, d.title)
		room -= utf8.RuneCountInString(d.text)
		if i == 0 || d.title != within {
			room -= utf8.RuneCountInString(summary + end)
		}
		if room < 0 {
			break
		}
		switch {
		case i == 0:
			m.WriteString(summary)
		case d.title != within:
			m.WriteString(end + summary)
		}
		within = d.title
		m.WriteString(d.text)
		shown += d.issues
	}
	if shown > 0 {
		m.WriteString(end)
	}
	if more := m.total.issues - shown; more > 0 {
		m.WriteString("\n… and " + english.Count(more, "more issue") + ", not shown here.\n")
	}
}
