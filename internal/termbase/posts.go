package termbase

import (
	"fmt"
	"slices"
	"strings"
)

// Post says which English word the Chinese post of an organ takes.
type Post struct {
	// Organ is the id of the organ's entry; Chinese the post; Word the English.
	Organ, Chinese, Word string
	Status               Status
	Sources              []string
	File                 string
	Line                 int
}

// Holder says who held an office in which days.
type Holder struct {
	Person, Chinese string
	// Office is the id of the office's entry; Place that of the place, for an
	// office that several places have.
	Office, Place string
	Since, Until  Date
	Sources       []string
	File          string
	Line          int
}

func (c *contents) addPost(r row) error {
	status := slices.Index(Statuses, r.get("status"))
	if status < 0 {
		return r.errorf("unknown status %q%s", r.get("status"), hint(r.get("status"), Statuses))
	}
	c.posts = append(c.posts, Post{
		Organ: r.get("organ"), Chinese: r.get("zh"), Word: r.get("word"), Status: Status(status),
		Sources: strings.Fields(r.get("source")), File: r.file, Line: r.line,
	})
	return nil
}

func (c *contents) addHolder(r row) error {
	since, until, err := r.bounds()
	if err != nil {
		return err
	}
	c.holders = append(c.holders, Holder{
		Person: r.get("person"), Chinese: r.get("zh"), Office: r.get("office"), Place: r.get("place"),
		Since: since, Until: until, Sources: strings.Fields(r.get("source")), File: r.file, Line: r.line,
	})
	return nil
}

// addPosts makes a title of every post word and every name of its organ, so
// that the recogniser finds "minister of the Publicity Department" without
// its being listed. A title that the glossary lists itself is left to it.
func (c *contents) addPosts() {
	listed := map[string]*Entry{}
	for _, e := range c.entries {
		if e.Kind != Titles {
			continue
		}
		for _, t := range e.Terms {
			listed[strings.ToLower(t.Text)] = e
		}
	}
	for _, p := range c.posts {
		organ := c.byID[p.Organ]
		if organ == nil {
			c.note(Fault{File: p.File, Line: p.Line, Check: "row", Message: fmt.Sprintf("unknown organ %q%s", p.Organ, hint(p.Organ, c.ids(Organs)))})
			continue
		}
		e := c.postEntry(organ, p, listed)
		for _, name := range organ.Terms {
			text := titleOf(p.Word, name.Text)
			if name.Lang != "en" || listed[strings.ToLower(text)] != nil {
				continue
			}
			t := *name
			t.Entry, t.Text, t.Sources = e, text, union(p.Sources, name.Sources)
			t.Unless = nil
			for _, phrase := range name.Unless {
				t.Unless = append(t.Unless, titleOf(p.Word, phrase))
			}
			t.File, t.Line = p.File, p.Line
			t.Status = max(name.Status, p.Status)
			if t.Type == Acronym {
				t.Type = Short // head of the NPC may have a capital, and a plural
			}
			if t.Status == Preferred && e.Preferred("", Date{}) != nil {
				t.Status = Admitted
			}
			if t.Status == Deprecated {
				t.Since, t.Until, t.Scope = Date{}, Date{}, nil
			}
			e.Terms = append(e.Terms, &t)
		}
	}
}

func titleOf(word, organ string) string { return word + " of the " + organ }

// postEntry is the entry of one post of an organ: the one that lists its title
// already, or one that is made when the post is first named.
func (c *contents) postEntry(organ *Entry, p Post, listed map[string]*Entry) *Entry {
	id := "post-" + organ.ID + "-" + p.Chinese
	if e := c.byID[id]; e != nil {
		return e
	}
	name := organ.Preferred("", Date{})
	for _, same := range c.posts {
		if name == nil || same.Organ != p.Organ || same.Chinese != p.Chinese || same.Status != Preferred {
			continue
		}
		if e := listed[strings.ToLower(titleOf(same.Word, name.Text))]; e != nil {
			c.byID[id] = e
			return e
		}
	}
	e := &Entry{ID: id, Kind: Titles}
	e.Terms = []*Term{{
		Entry: e, Lang: "zh", Text: organ.Chinese() + p.Chinese, Sources: p.Sources,
		File: p.File, Line: p.Line,
	}}
	c.byID[id] = e
	c.entries = append(c.entries, e)
	return e
}

func (c *contents) ids(kind Kind) []string {
	var out []string
	for _, e := range c.entries {
		if e.Kind == kind {
			out = append(out, e.ID)
		}
	}
	return out
}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
