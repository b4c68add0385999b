// Package glossary is the curated data: official terms and titles with their
// sources, a term a row. The README beside it says what the columns hold.
package glossary

import _ "embed"

// Each file is embedded as a string of its own: a term is then a part of the
// program's image, and is never copied.
var (
	//go:embed holders.tsv
	holders string
	//go:embed ideas.tsv
	ideas string
	//go:embed laws.tsv
	laws string
	//go:embed meetings.tsv
	meetings string
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

// File is one file of the glossary.
type File struct{ Name, Text string }

// Files lists the glossary's files, sorted by name.
var Files = []File{
	{"holders.tsv", holders},
	{"ideas.tsv", ideas},
	{"laws.tsv", laws},
	{"meetings.tsv", meetings},
	{"organs.tsv", organs},
	{"phrases.tsv", phrases},
	{"places.tsv", places},
	{"posts.tsv", posts},
	{"sources.tsv", sources},
	{"strategies.tsv", strategies},
	{"titles.tsv", titles},
}
