package format

import (
	stdjson "encoding/json"
	"fmt"
	"slices"
	"strings"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// jsonReviewer adds the strings of the chosen keys to a document: those of an
// object when it ends, since its Chinese may stand behind its English.
type jsonReviewer struct {
	file    string
	lines   bool
	columns []Column
	b       builder
	found   bool
	// waiting are the strings of the objects that are open.
	waiting []jsonString
}

// jsonString is a string that waits for the end of its object.
type jsonString struct {
	// depth is that of the object, column the index of what was chosen.
	depth, column int
	chinese       bool
	name          string
	at            document.Span
}

func (v *jsonReviewer) text(path []jsonStep, at document.Span) {
	depth := len(path) - 1
	for depth > 0 && path[depth].list {
		depth--
	}
	for i, c := range v.columns {
		chinese := c.Source != "" && chooses(c.Source, path)
		if !chinese && !chooses(c.Target, path) {
			continue
		}
		name := pathOf(path, true)
		if v.lines {
			name = fmt.Sprintf("record %d, %s", path[0].index+1, name)
		}
		v.found = v.found || !chinese
		v.waiting = append(v.waiting, jsonString{depth, i, chinese, name, at})
		return
	}
}

// chooses reports whether the name of a column is that of the place in JSON.
func chooses(name string, path []jsonStep) bool {
	if name == "*" {
		return true
	}
	if strings.ContainsAny(name, ".[") {
		return strings.TrimPrefix(strings.TrimPrefix(name, "$"), ".") == pathOf(path, false)
	}
	return keyOf(path) == name
}

func (v *jsonReviewer) end(path []jsonStep) { v.flush(len(path)) }

// flush adds the strings of the object that ends at a depth, and of what is in
// it: the first English of a column with its first Chinese, and so on.
func (v *jsonReviewer) flush(depth int) {
	from := len(v.waiting)
	for from > 0 && v.waiting[from-1].depth >= depth {
		from--
	}
	sources := make([][]jsonString, len(v.columns)) // not taken yet, by column
	for _, s := range v.waiting[from:] {
		if s.chinese {
			sources[s.column] = append(sources[s.column], s)
		}
	}
	for _, target := range v.waiting[from:] {
		if target.chinese {
			continue
		}
		source := ""
		if rest := sources[target.column]; len(rest) > 0 {
			source = document.OneLine(jsonLiteral(v.file, rest[0].at).text())
			sources[target.column] = rest[1:]
		}
		l := jsonLiteral(v.file, target.at)
		at := v.b.message(l, messageCuts(l.text()), escapeJSON, target.name)
		if chinese.In(source) {
			v.b.pair(at, source, target.name, target.at.Start)
		}
	}
	v.waiting = slices.Delete(v.waiting, from, len(v.waiting))
}

// jsonLiteral is a string with its escapes.
func jsonLiteral(text string, at document.Span) literal {
	var l literal
	begin := at.Start
	for i := at.Start; i < at.End; {
		if text[i] != '\\' {
			i++
			continue
		}
		l = l.with(text, begin, i)
		end := i + 2
		if text[i+1] == 'u' {
			end += 4
			// Two halves of a character beyond the first 65,536.
			if pair := text[i:min(end+6, at.End)]; len(pair) == 12 && pair[6] == '\\' && pair[7] == 'u' && jsonMeaning(pair) != jsonMeaning(pair[:6])+jsonMeaning(pair[6:]) {
				end += 6
			}
		}
		l = append(l, stretch{jsonMeaning(text[i:end]), document.Span{Start: i, End: end}})
		i, begin = end, end
	}
	return l.with(text, begin, at.End)
}

// jsonMeaning is what the inside of a string stands for.
func jsonMeaning(raw string) string {
	var text string
	// The decoder has read the string before: it is sound.
	_ = stdjson.Unmarshal([]byte(`"`+raw+`"`), &text)
	return text
}

// escapeJSON writes new text for a string.
func escapeJSON(text string) string {
	var out strings.Builder
	encoder := stdjson.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a string can always be written
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(out.String(), "\n"), `"`), `"`)
}
