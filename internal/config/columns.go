package config

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"rectify/internal/format"
)

// Columns are the columns of a table, or the keys of JSON, that hold the texts.
type Columns []format.Column

// String is what --columns takes, with a space between several.
func (c Columns) String() string {
	var words []string
	for _, column := range c {
		word := "target=" + column.Target
		if column.Source != "" {
			word += ",source=" + column.Source
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// columns are a list of a target and a source each, or the one that stands in its
// place. The place is that of the first.
func (r *reader) columns(n *yaml.Node) Value[Columns] {
	nodes := []*yaml.Node{n}
	if n.Kind != yaml.MappingNode {
		nodes = r.items(n)
	}
	var list Columns
	for _, item := range nodes {
		before := len(r.failed)
		words := r.wordPairs(item, "target", "source")
		c := format.Column{Target: words["target"].Is, Source: words["source"].Is}
		if c.Target == "" && len(r.failed) == before {
			r.fail(item, "columns need a target, the one that holds the English")
		}
		list = append(list, c)
	}
	if len(list) == 0 {
		return Value[Columns]{}
	}
	return Set(list, r.at(nodes[0].Line))
}
