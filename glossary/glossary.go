// Package glossary is the curated data: official terms and titles with their
// sources, a term a row. The README beside it says what the columns hold.
package glossary

import "embed"

// Files are the glossary's files.
//
//go:embed *.tsv
var Files embed.FS
