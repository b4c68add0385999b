package check

import (
	"fmt"
	"strings"
)

// Manual is the manual of the check as plain text, without a line end.
func (c *Check) Manual() string {
	return fmt.Sprintf("%s: %s\n(%s, %s; %s)\n\n%s\n\nBefore%s:\n%s\n\nAfter:\n%s",
		c.ID, c.Doc.Title, c.Severity, c.Certainty, c.Category, c.Doc.Text, c.Doc.withHouse(), indent(c.Doc.Before), indent(c.Doc.After))
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// Page is the manual of the check as Markdown.
func (c *Check) Page() string {
	return fmt.Sprintf("# %s\n\n%s Severity %s, certainty %s, MQM %s.\n\n%s\n\nBefore%s:\n\n```text\n%s\n```\n\nAfter:\n\n```text\n%s\n```\n",
		c.ID, c.Doc.Sentence(), c.Severity, c.Certainty, c.Category, c.Doc.Text, c.Doc.withHouse(),
		strings.TrimSpace(c.Doc.Before), strings.TrimSpace(c.Doc.After))
}

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
