package report

import (
	"html"
	"regexp"
	"strings"
)

// reference is what GitHub and GitLab make a mention or a link of, though it has
// no brackets: @user, #1, !1, GH-1, https://, www. (the two sides of the place
// where it can be broken).
var reference = regexp.MustCompile(`(?i)([@#!]|GH-)(\w)|(:)(//)|(www)(\.)`)

// breaker is put into a reference to make none of it; zeroWidth writes it, so
// that the report itself holds no character that nobody sees.
const (
	breaker   = "\u200b"
	zeroWidth = "&#8203;"
)

// unlinked is visible text with its references broken. Visible text holds no
// breaker of its own.
func unlinked(text string) string {
	shown := visible(text)
	if !mayRefer(shown) {
		return shown
	}
	return reference.ReplaceAllString(shown, "$1$3$5"+breaker+"$2$4$6")
}

// mayRefer reports whether a text has the first sign of a reference, as few have.
func mayRefer(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '@', '#', '!':
			return true
		case '/':
			if i > 0 && text[i-1] == ':' {
				return true
			}
		case '-', '.': // of GH- and www.
			if i > 1 && (text[i-1]|0x20 == 'h' || text[i-1]|0x20 == 'w') {
				return true
			}
		}
	}
	return false
}

// markup is what Markdown reads as a mark wherever it stands in a line.
var markup = strings.NewReplacer(breaker, zeroWidth,
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"&", `\&`, "|", `\|`, "#", `\#`, "!", `\!`, "@", `\@`, "$", `\$`)

// lineMark is what Markdown reads as a mark at the start of a line.
var lineMark = regexp.MustCompile(`^(\d+)([.)])|^([-+=])`)

// markdownText is text as it may stand in a line of Markdown, and begin one. It
// reads the same; none of it is markup, a table's border, a link or a mention.
func markdownText(text string) string {
	return lineMark.ReplaceAllString(markdownPart(strings.TrimSpace(text)), `$1\$2$3`)
}

// markdownPart is text as it may stand inside a line of Markdown.
func markdownPart(text string) string { return markup.Replace(unlinked(text)) }

// htmlText is text as it may stand in a block of HTML inside Markdown.
func htmlText(text string) string {
	return strings.ReplaceAll(html.EscapeString(unlinked(text)), breaker, zeroWidth)
}
