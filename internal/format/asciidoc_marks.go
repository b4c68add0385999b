package format

import (
	"regexp"

	"rectify/internal/document"
)

// asciiMarks are the marks inside a text of AsciiDoc.
var asciiMarks = []inlineMark{
	{find: regexp.MustCompile(`((?: \+)?[ \t]*\r?\n[ \t]*)`), join: document.Spaced},
	// Quotation marks written with a backtick are no code.
	{find: regexp.MustCompile("[\"'](`)[^`]*`[\"']")},
	{find: regexp.MustCompile("[\"']`[^`]*(`)[\"']")},
	// What is read as it is.
	{find: regexp.MustCompile(`(\+\+\+.*?\+\+\+|\$\$.*?\$\$)`), join: document.Broken},
	{find: regexp.MustCompile("(``[^`]+``|`[^`\n]+`)"), join: document.Broken},
	{find: regexp.MustCompile(`(?:^|\W)(\+\S(?:[^+\n]*\S)?\+)(?:\W|$)`), join: document.Broken},
	// Macros.
	{find: regexp.MustCompile(`(footnote(?:ref)?:[\w-]*\[((?:[^\]\\]|\\.)*)\])`), apart: true},
	{find: regexp.MustCompile(`((?:anchor|indexterm|counter2?):[^\s\[]*\[[^\]]*\]|\[\[[^\]]*\]\]|\(\(\([^)]*\)\)\))`)},
	{find: regexp.MustCompile(`((?:link|xref|mailto):[^\s\[]+\[([^\]^,]*)[^\]]*\])`)},
	{find: regexp.MustCompile(`((?:https?|ftp|irc)://[^\s\[\]]+\[([^\]^]*?)\^?(?:,[ ]*\w+=[^\]]*)?\])`)},
	{find: regexp.MustCompile(`((?:image|icon|kbd|btn|menu|stem|pass|latexmath|asciimath|indexterm2|[a-z]\w+):[^\s\[:]*\[[^\]]*\])`), join: document.Broken},
	{find: regexp.MustCompile(`(<<[^,>]+,[ \t]*([^>]+)>>)`)},
	{find: regexp.MustCompile(`(<<[^>]+>>|\{[\w-]+\})`), join: document.Broken},
	{find: regexp.MustCompile(`(\(\(([^()]+)\)\))`)},
	// Emphasis: doubled anywhere, single around words.
	{find: regexp.MustCompile("(\\\\)[*_#`^~\\[{<|]")},
	{find: regexp.MustCompile(`(\[[^\]\s]*\]##?([^#]+)##?)`)},
	{find: regexp.MustCompile(`(\*\*([^*]+)\*\*)`)},
	{find: regexp.MustCompile(`(__([^_]+)__)`)},
	{find: regexp.MustCompile(`(##([^#]+)##)`)},
	{find: regexp.MustCompile(`(?:^|[^\w*\\])(\*([^\s*](?:[^*]*[^\s*])?)\*)(?:[^\w*]|$)`)},
	{find: regexp.MustCompile(`(?:^|[^\w\\])(_([^\s_](?:[^_]*[^\s_])?)_)(?:[^\w]|$)`)},
	{find: regexp.MustCompile(`(?:^|[^\w#\\])(#([^\s#](?:[^#]*[^\s#])?)#)(?:[^\w#]|$)`)},
	{find: regexp.MustCompile(`(\^([^\s^]+)\^)`)},
	{find: regexp.MustCompile(`(~([^\s~]+)~)`)},
}
