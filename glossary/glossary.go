// Package glossary is the curated data: official terms and titles with their
// sources, a term a row. The README beside it says what the columns hold.
package glossary

import (
	_ "embed"

	"rectify/internal/termbase"
)

// Each file is embedded as a string of its own: a term is then a part of the
// program's image, and is never copied.
var (
	//go:embed awkward.tsv
	awkward string
	//go:embed glosses.tsv
	glosses string
	//go:embed holders.tsv
	holders string
	//go:embed honors.tsv
	honors string
	//go:embed ideas.tsv
	ideas string
	//go:embed laws.tsv
	laws string
	//go:embed meetings.tsv
	meetings string
	//go:embed ordinary.tsv
	ordinary string
	//go:embed organs.tsv
	organs string
	//go:embed phrases.tsv
	phrases string
	//go:embed places.tsv
	places string
	//go:embed posts.tsv
	posts string
	//go:embed sources.tsv
	sources string
	//go:embed strategies.tsv
	strategies string
	//go:embed titles.tsv
	titles string
)

// compiled is the image of the files: what the recogniser needs, so that no
// run of the program has to make it.
//
//go:embed compiled.bin
var compiled []byte

// Open is the built-in glossary, ready to recognise.
func Open() (*termbase.Glossary, error) { return termbase.Open(Files, compiled) }

// Files are the glossary's files as [termbase.Load] takes them, sorted by name.
var Files = []termbase.File{
	{Name: "glossary/awkward.tsv", Text: awkward},
	{Name: "glossary/glosses.tsv", Text: glosses},
	{Name: "glossary/holders.tsv", Text: holders},
	{Name: "glossary/honors.tsv", Text: honors},
	{Name: "glossary/ideas.tsv", Text: ideas},
	{Name: "glossary/laws.tsv", Text: laws},
	{Name: "glossary/meetings.tsv", Text: meetings},
	{Name: "glossary/ordinary.tsv", Text: ordinary},
	{Name: "glossary/organs.tsv", Text: organs},
	{Name: "glossary/phrases.tsv", Text: phrases},
	{Name: "glossary/places.tsv", Text: places},
	{Name: "glossary/posts.tsv", Text: posts},
	{Name: "glossary/sources.tsv", Text: sources},
	{Name: "glossary/strategies.tsv", Text: strategies},
	{Name: "glossary/titles.tsv", Text: titles},
}
