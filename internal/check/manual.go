package check

import (
	"fmt"
	"strings"
)

// Manual is the manual of the check as plain text, without a line end.
func (c *Check) Manual() string {
	return fmt.Sprintf("%s: %s\n(%s, %s; %s)\n\n%s\n\n%sBefore%s:\n%s\n\nAfter:\n%s",
		c.ID, c.Doc.Title, c.Severity, c.Certainty, c.Category, c.Text(), c.Doc.source(indent), c.Doc.withHouse(), indent(c.Doc.Before), indent(c.Doc.After))
}

// Text is what the manual says of the check, in paragraphs, and what it needs.
func (c *Check) Text() string {
	if c.NeedsSource {
		return c.Doc.Text + "\n\nIt needs a source: a bilingual file, or --source."
	}
	return c.Doc.Text
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// Page is the manual of the check as Markdown.
func (c *Check) Page() string {
	return fmt.Sprintf("# %s\n\n%s Severity %s, certainty %s, MQM %s.\n\n%s\n\n%sBefore%s:\n\n```text\n%s\n```\n\nAfter:\n\n```text\n%s\n```\n",
		c.ID, c.Doc.Sentence(), c.Severity, c.Certainty, c.Category, c.Text(), c.Doc.source(fenced), c.Doc.withHouse(),
		strings.TrimSpace(c.Doc.Before), strings.TrimSpace(c.Doc.After))
}

// source shows the Chinese of the example, if it has one.
func (d Doc) source(shown func(string) string) string {
	if d.Source == "" {
		return ""
	}
	return "Source:\n" + shown(d.Source) + "\n\n"
}

// fenced is text as a block of Markdown, an empty line before it.
func fenced(text string) string { return "\n```text\n" + strings.TrimSpace(text) + "\n```" }

// withHouse says whose English the example is held against.
func (d Doc) withHouse() string {
	if d.House == "" {
		return ""
	}
	return ", with --house " + d.House
}

// Sentence is the title with a capital and a full stop.
func (d Doc) Sentence() string {
	if d.Title == "" {
		return ""
	}
	return strings.ToUpper(d.Title[:1]) + d.Title[1:] + "."
}
