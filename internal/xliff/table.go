package xliff

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"rectify/internal/markup"
)

// vocabulary is a namespace of the standard: the core, or one of its modules.
type vocabulary struct {
	space string
	// prefix is what the standard calls it by, in tags and in fragment identifiers.
	prefix string
	// elements are its own, by their names.
	elements map[string]*element
	// lends are the attributes that it puts on elements of others.
	lends []loan
}

// loan are attributes that elements of other vocabularies may have.
type loan struct {
	attributes string
	// on lists the elements.
	on string
	// relations are those of the attributes.
	relations []string
	// also is what no table can say of them.
	also constraint
}

// element is what the standard says of an element.
type element struct {
	// attributes are those it may have, as name=kind; an exclamation mark behind says
	// that it must. A kind is one of kinds, and text where none is given.
	attributes string
	// relations say what attributes have to do with each other: "a needs b",
	// "a excludes b c", "one of a b c", "some of a b c".
	relations []string
	// children are its parts in their order: ? for one at most, * for any number, +
	// for one at least, nothing for exactly one; alternatives between bars. "text" is
	// character data, "inline" the codes and marks of the core, "other" stands for
	// the elements of modules that may stand there, and for anybody's.
	children string
	// extended says that it may have attributes of any namespace.
	extended bool
	// in lists the elements in which it stands as one of "other"; once says that it
	// does so once.
	in   string
	once bool
	// scope is where its id is unique, scopes are those that begin in it, strange is
	// where the ids of the elements are unique that the standard doesn't know.
	scope, strange scope
	scopes         []scope
	// either is the attribute that stands for its content: one of them has to be there.
	either string
	// also are what no table can say: of its start tag, and of its end.
	also []constraint
	ends []func(*Conformance, *open) error

	// The rest is made of the above.
	vocabulary *vocabulary
	name       string
	list       []attribute
	parts      []part
	text       bool
	sets       []set
	bit        uint64
}

// constraint is what no table can say of a start tag.
type constraint func(*Conformance, markup.Token) error

// attribute is one that an element may have.
type attribute struct {
	space, name string
	kind        kind
	must        bool
	needs       []string
	excludes    []string
	also        constraint
}

// part is a stretch of the children of an element.
type part struct {
	elements []*element
	other    bool
	must     bool
	many     bool
}

// set are attributes of which an element has to have one.
type set struct {
	names []string
	// only says that it may have but one.
	only bool
}

// String is the element as the standard writes it.
func (e *element) String() string {
	if e.vocabulary.isCore() {
		return "<" + e.name + ">"
	}
	return "<" + e.vocabulary.prefix + ":" + e.name + ">"
}

// vocabularies are those of the standard by their namespaces, linked when the first
// file is read.
var (
	vocabularies map[string]*vocabulary
	linked       sync.Once
)

// standard lists the standard: the core and its modules.
func standard() {
	linked.Do(func() {
		vocabularies = link(&core, &candidates, &glossary, &metadata, &resources, &tracking, &sizes, &validation, &formats, &its, &itsModule, &plurals)
	})
}

// link makes of the tables what is asked of them for every tag.
func link(all ...*vocabulary) map[string]*vocabulary {
	bySpace := map[string]*vocabulary{}
	bit := uint64(1)
	for _, v := range all {
		bySpace[v.space] = v
		for name, e := range v.elements {
			e.vocabulary, e.name = v, name
			if e.once {
				e.bit, bit = bit, bit<<1
			}
		}
	}
	for _, v := range all {
		for _, e := range v.elements {
			e.list = attributes(e.attributes, "", e.relations)
			e.readSets()
			e.readParts(all)
		}
	}
	for _, v := range all {
		for _, l := range v.lends {
			list := attributes(l.attributes, v.space, l.relations)
			for i := range list {
				list[i].also = l.also
			}
			for _, name := range strings.Fields(l.on) {
				e := named(all, v, name)
				e.list = append(e.list, list...)
			}
		}
	}
	return bySpace
}

// named is an element by its name in a table, where the vocabulary of the table is
// the one without a prefix.
func named(all []*vocabulary, from *vocabulary, name string) *element {
	if prefix, local, prefixed := strings.Cut(name, ":"); prefixed {
		name = local
		from = all[slices.IndexFunc(all, func(v *vocabulary) bool { return v.prefix == prefix })]
	} else if from.elements[name] == nil {
		from = all[0]
	}
	e := from.elements[name]
	if e == nil {
		panic(fmt.Sprintf("the tables know no element %s:%s", from.prefix, name))
	}
	return e
}

// attributes reads a list of them, all in one namespace but for those of XML.
func attributes(words, space string, relations []string) []attribute {
	var list []attribute
	for word := range strings.FieldsSeq(words) {
		name, must := strings.CutSuffix(word, "!")
		name, kindName, _ := strings.Cut(name, "=")
		a := attribute{space: space, name: name, kind: kindNamed(kindName), must: must}
		if local, isXML := strings.CutPrefix(name, "xml:"); isXML {
			a.space, a.name = markup.XML, local
		}
		for _, relation := range relations {
			words := strings.Fields(relation)
			switch {
			case words[0] != name:
			case words[1] == "needs":
				a.needs = append(a.needs, words[2:]...)
			case words[1] == "excludes":
				a.excludes = append(a.excludes, words[2:]...)
			}
		}
		list = append(list, a)
	}
	return list
}

func (e *element) readSets() {
	for _, relation := range e.relations {
		if words := strings.Fields(relation); words[1] == "of" {
			e.sets = append(e.sets, set{words[2:], words[0] == "one"})
		}
	}
}

func (e *element) readParts(all []*vocabulary) {
	for word := range strings.FieldsSeq(e.children) {
		names := strings.TrimRight(word, "?*+")
		mark := word[len(names):]
		p := part{must: mark == "" || mark == "+", many: mark == "*" || mark == "+"}
		switch names {
		case "text":
			e.text = true
			continue
		case "other":
			p.other = true
		case "inline":
			names, p.must, p.many = inlineElements, false, true
			fallthrough
		default:
			for name := range strings.SplitSeq(names, "|") {
				p.elements = append(p.elements, named(all, e.vocabulary, name))
			}
		}
		e.parts = append(e.parts, p)
	}
}

// is reports whether it is the element of the core of a name.
func (e *element) is(name string) bool { return e.name == name && e.vocabulary.isCore() }

func (v *vocabulary) isCore() bool { return v.prefix == corePrefix }

// mayHold reports whether an element of a module may stand as one of "other".
func (e *element) mayHold(module *element) bool {
	name := e.name
	if !e.vocabulary.isCore() {
		name = e.vocabulary.prefix + ":" + name
	}
	for in := range strings.FieldsSeq(module.in) {
		if in == name {
			return true
		}
	}
	return false
}

// attribute is what the standard says of an attribute of an element, nil for nothing.
func (e *element) attribute(a *markup.Attribute) *attribute {
	for i := range e.list {
		if known := &e.list[i]; known.name == a.Name && known.space == a.Space {
			return known
		}
	}
	return nil
}
