package config

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"

	"rectify/internal/nearest"
)

// What a settings file may hold at most; no file that a person wrote comes near.
const (
	mostBytes = 256 << 10
	mostItems = 5000 // of one list
	// longestGlob and mostBraces bound the time that matching a path takes,
	// which doubles with each brace.
	longestGlob = 200
	mostBraces  = 4
)

// reader turns one settings file into layers. It reads on after a mistake, so
// that a person sees all of them at once.
type reader struct {
	file, folder string
	checks       []string
	extends      []Value[string]
	overrides    []Layer
	failed       []error
}

// read reads the bytes of a settings file: what it says for every file, then its
// overrides.
func (r *reader) read(data []byte) ([]Layer, error) {
	root, err := r.parse(data)
	if err != nil {
		return nil, err
	}
	own := Layer{File: r.file, Folder: r.folder}
	if root != nil {
		own = r.layer(root, fileKeys)
	}
	if len(r.failed) > 0 {
		return nil, errors.Join(r.failed...)
	}
	return append([]Layer{own}, r.overrides...), nil
}

// parse is the mapping that the file holds, nil for a file that says nothing.
func (r *reader) parse(data []byte) (*yaml.Node, error) {
	if len(data) > mostBytes {
		return nil, fmt.Errorf("%s: larger than %d KB: too large for settings", r.file, mostBytes>>10)
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: not UTF-8: convert the file", r.file)
	}
	loader, err := yaml.NewLoader(strings.NewReader(string(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.file, err)
	}
	var document, second yaml.Node
	if err := loader.Load(&document); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, r.broken(err)
	}
	if err := loader.Load(&second); err == nil {
		return nil, fmt.Errorf("%s: a second document begins: settings are one", r.at(second.Line))
	} else if !errors.Is(err, io.EOF) {
		return nil, r.broken(err)
	}
	if len(document.Content) == 0 || document.Content[0].Tag == "!!null" {
		return nil, nil
	}
	return document.Content[0], nil
}

// broken is the error of a file that is no YAML.
func (r *reader) broken(err error) error {
	if load, ok := errors.AsType[*yaml.LoadError](err); ok {
		return fmt.Errorf("%s: broken YAML: %s", r.at(load.Mark.Line), load.Message)
	}
	return fmt.Errorf("%s: broken YAML: %w", r.file, err)
}

func (r *reader) at(line int) Place { return Place{r.file, line} }

func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	r.failed = append(r.failed, fmt.Errorf("%s: %s", r.at(n.Line), fmt.Sprintf(format, args...)))
}

// known fails on a word that is none of the known ones.
func (r *reader) known(line int, what, word string, known []string, matches func(pattern, word string) bool) {
	if slices.ContainsFunc(known, func(k string) bool { return matches(word, k) }) {
		return
	}
	hint := "known are " + strings.Join(known, ", ")
	if near := nearest.Nearest(word, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.failed = append(r.failed, fmt.Errorf("%s: unknown %s %q (%s)", r.at(line), what, word, hint))
}

func equal(a, b string) bool { return a == b }

// pairs hands on every key of a mapping with its value. A key must be known,
// unless nil says that every one is, and there once.
func (r *reader) pairs(n *yaml.Node, known []string, do func(name string, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "%s where keys with values belong", kind(n))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			r.fail(name, "%s where a key belongs", kind(name))
			continue
		}
		if first, twice := seen[name.Value]; twice {
			r.fail(name, "%q is set again: line %d sets it", name.Value, first)
			continue
		}
		seen[name.Value] = name.Line
		if known != nil && !slices.Contains(known, name.Value) {
			r.known(name.Line, "key", name.Value, known, equal)
			continue
		}
		do(name.Value, value)
	}
}

// wordPairs are the words of a mapping of them, by the keys it may have.
func (r *reader) wordPairs(n *yaml.Node, known ...string) map[string]Value[string] {
	words := map[string]Value[string]{}
	r.pairs(n, known, func(name string, value *yaml.Node) { words[name] = r.text(value) })
	return words
}

// items are the members of a list.
func (r *reader) items(n *yaml.Node) []*yaml.Node {
	switch {
	case n.Kind != yaml.SequenceNode:
		r.fail(n, "%s where a list belongs", kind(n))
		return nil
	case len(n.Content) > mostItems:
		r.fail(n, "a list of more than %d", mostItems)
		return nil
	}
	return n.Content
}

// text is a value of one line.
func (r *reader) text(n *yaml.Node) Value[string] {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		r.fail(n, "%s where a word belongs", kind(n))
		return Value[string]{}
	}
	if strings.TrimSpace(n.Value) == "" || strings.ContainsAny(n.Value, "\x00\r\n") {
		r.fail(n, "one line of text belongs here, not %q", n.Value)
		return Value[string]{}
	}
	return Set(n.Value, r.at(n.Line))
}

// texts are the values of a list, or the one value that stands in its place.
func (r *reader) texts(n *yaml.Node) []Value[string] {
	nodes := []*yaml.Node{n}
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		nodes = r.items(n)
	}
	var list []Value[string]
	for _, item := range nodes {
		list = append(list, r.text(item))
	}
	return list
}

func (r *reader) truth(n *yaml.Node) Value[bool] {
	if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" {
		r.fail(n, "true or false belongs here")
		return Value[bool]{}
	}
	return Set(n.Value == "true", r.at(n.Line))
}

func (r *reader) oneOf(n *yaml.Node, what string, known []string) Value[string] {
	v := r.text(n)
	if v.IsSet() {
		r.known(n.Line, what, v.Is, known, equal)
	}
	return v
}

func (r *reader) globs(n *yaml.Node) []Value[string] {
	list := r.texts(n)
	for _, v := range list {
		switch {
		case !v.IsSet():
		case len(v.Is) > longestGlob || strings.Count(v.Is, "{") > mostBraces:
			r.failed = append(r.failed, fmt.Errorf("%s: a pattern of paths has at most %d bytes and %d braces", v.At, longestGlob, mostBraces))
		case !doublestar.ValidatePattern(v.Is):
			r.failed = append(r.failed, fmt.Errorf("%s: %q is no pattern of paths: a bracket or a brace isn't closed", v.At, v.Is))
		}
	}
	return list
}

// kind names what a node is, for a person.
func kind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.AliasNode:
		return "an alias (*" + n.Value + "), which settings don't know,"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "a key with a value"
	case n.Tag == "!!null":
		return "nothing"
	}
	return fmt.Sprintf("%q", n.Value)
}
