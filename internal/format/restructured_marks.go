package format

import (
	"regexp"

	"rectify/internal/document"
)

// restMarks are the marks inside a text of reStructuredText.
var restMarks = []inlineMark{
	lineEnds,
	{find: regexp.MustCompile("(``.+?``)"), join: document.Broken},
	{find: regexp.MustCompile(`(::)$`)}, // a block of code follows
	// Roles that hold text, links with a text, all other roles.
	{find: regexp.MustCompile("(:(?:ref|doc|term|any|numref|download):`([^`<]*\\S)\\s*<[^`>]*>`)")},
	{find: regexp.MustCompile("(:(?:emphasis|strong|title-reference|title|sub|sup|subscript|superscript|term|guilabel|abbr|dfn):`([^`(]*[^`(\\s])(?:\\s*\\([^`)]*\\))?`)")},
	{find: regexp.MustCompile("(:[\\w:.+-]+:`[^`]*`|`[^`]*`:[\\w:.+-]+:)"), join: document.Broken},
	{find: regexp.MustCompile("(`([^`<]*[^`<\\s])\\s*<[^`>]*>`__?)")},
	{find: regexp.MustCompile("(_?`([^`]+)`(?:__?)?)")},
	{find: regexp.MustCompile(`(\|[^|\s](?:[^|]*[^|\s])?\|_{0,2})`), join: document.Broken},
	{find: regexp.MustCompile(`([ \t]*\[(?:[0-9]+|#[\w-]*|\*|[\w.-]+)\]_)(?:\W|$)`)},
	{find: regexp.MustCompile(`\w(__?)(?:[\s,.;:!?)]|$)`)},
	{find: regexp.MustCompile("(\\\\)[*`_|\\\\:]")},
	{find: regexp.MustCompile(`(\\[ ])`)},
	{find: regexp.MustCompile(`(?:^|[^\w*\\])(\*\*([^\s*](?:[^*]*[^\s*])?)\*\*)(?:[^\w*]|$)`)},
	{find: regexp.MustCompile(`(?:^|[^\w*\\])(\*([^\s*](?:[^*]*[^\s*])?)\*)(?:[^\w*]|$)`)},
}
