package config

import (
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// key is one word that a settings file may say something of.
type key struct {
	name string
	// read takes the value.
	read func(r *reader, value *yaml.Node, into *Layer)
}

// Every key there is: those that may differ from file to file, in a settings
// file and in its overrides alike, and those that only one of the two has.
var (
	sharedKeys = []key{
		{"house", func(r *reader, n *yaml.Node, l *Layer) { l.House = r.oneOf(n, "house", Houses) }},
		{"as-of", func(r *reader, n *yaml.Node, l *Layer) { l.AsOf = r.date(n) }},
		{"certainty", func(r *reader, n *yaml.Node, l *Layer) { l.Certainty = r.certainty(n) }},
		{"columns", func(r *reader, n *yaml.Node, l *Layer) { l.Columns = r.columns(n) }},
		{"enable", func(r *reader, n *yaml.Node, l *Layer) { l.Enable = r.checkList(n) }},
		{"disable", func(r *reader, n *yaml.Node, l *Layer) { l.Disable = r.checkList(n) }},
		{"severity", func(r *reader, n *yaml.Node, l *Layer) { l.Severities = r.severities(n) }},
		{"ignore", func(r *reader, n *yaml.Node, l *Layer) { l.Ignore = r.ignored(n) }},
	}
	fileKeys = append([]key{
		{"extends", func(r *reader, n *yaml.Node, _ *Layer) { r.extends = r.texts(n) }},
		{"glossaries", func(r *reader, n *yaml.Node, l *Layer) { l.Glossaries = r.texts(n) }},
		{"builtin", func(r *reader, n *yaml.Node, l *Layer) { l.Builtin = r.truth(n) }},
		{"baseline", func(r *reader, n *yaml.Node, l *Layer) { l.Baseline = r.text(n) }},
		{"fail-on", func(r *reader, n *yaml.Node, l *Layer) { l.FailOn = r.oneOf(n, "severity", FailOn) }},
		{"exclude", func(r *reader, n *yaml.Node, l *Layer) { l.Exclude = r.globs(n) }},
		{"overrides", func(r *reader, n *yaml.Node, _ *Layer) { r.readOverrides(n) }},
	}, sharedKeys...)
	overrideKeys = append([]key{
		{"paths", func(r *reader, n *yaml.Node, l *Layer) { l.Paths = r.globs(n) }},
	}, sharedKeys...)
)

// layer reads what a mapping says by a list of keys.
func (r *reader) layer(n *yaml.Node, list []key) Layer {
	l := Layer{File: r.file, Folder: r.folder}
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = k.name
	}
	r.pairs(n, names, func(name string, value *yaml.Node) {
		list[slices.Index(names, name)].read(r, value, &l)
	})
	return l
}

func (r *reader) readOverrides(n *yaml.Node) {
	for _, item := range r.items(n) {
		before := len(r.failed)
		l := r.layer(item, overrideKeys)
		if len(l.Paths) == 0 && len(r.failed) == before {
			r.fail(item, "the override has no paths: say for which files it is, such as paths: [docs/**]")
		}
		r.overrides = append(r.overrides, l)
	}
}

func (r *reader) date(n *yaml.Node) Value[termbase.Date] {
	v := r.text(n)
	if !v.IsSet() {
		return Value[termbase.Date]{}
	}
	day, err := termbase.ParseDate(v.Is)
	if err != nil {
		r.fail(n, "%v", err)
	}
	return Set(day, v.At)
}

func (r *reader) certainty(n *yaml.Node) Value[check.Certainty] {
	v := r.oneOf(n, "certainty", check.Certainties)
	certainty, _ := check.ParseCertainty(v.Is) // a word that is none has failed already
	return Value[check.Certainty]{certainty, v.At}
}

// knownCheck fails on a word that is neither the ID of a check nor a pattern of
// some.
func (r *reader) knownCheck(v Value[string]) {
	if v.IsSet() {
		r.known(v.At.Line, "check", v.Is, r.checks, check.Matches)
	}
}

func (r *reader) checkList(n *yaml.Node) []Value[string] {
	list := r.texts(n)
	for _, v := range list {
		r.knownCheck(v)
	}
	return list
}

// severities are kept in the order of the file: of two patterns the later holds.
func (r *reader) severities(n *yaml.Node) []Severity {
	var list []Severity
	r.pairs(n, nil, func(name string, value *yaml.Node) {
		word := r.oneOf(value, "severity", severities)
		r.knownCheck(Set(name, r.at(value.Line)))
		s := Severity{Checks: name, Off: word.Is == off, At: word.At}
		if !s.Off {
			s.Is, _ = mqm.ParseSeverity(word.Is) // a word that is none has failed already
		}
		list = append(list, s)
	})
	return list
}

// isLetter reports whether a word can hold the character.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (r *reader) ignored(n *yaml.Node) []Ignore {
	var list []Ignore
	for _, item := range r.items(n) {
		before := len(r.failed)
		words := r.wordPairs(item, "phrase", "reason", "check")
		r.knownCheck(words["check"])
		i := Ignore{At: r.at(item.Line), Phrase: words["phrase"].Is, Reason: words["reason"].Is, Check: words["check"].Is}
		switch {
		case len(r.failed) > before:
		case i.Phrase == "":
			r.fail(item, "ignore needs a phrase")
		case !strings.ContainsFunc(i.Phrase, isLetter):
			r.fail(item, "a phrase has words, and %q has none", i.Phrase)
		case i.Reason == "":
			r.fail(item, "ignore needs a reason for %q, for whoever reads it later", i.Phrase)
		}
		list = append(list, i)
	}
	return list
}
