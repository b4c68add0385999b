package format

import (
	"slices"

	"rectify/internal/markup"
)

// The namespaces of the tools whose XLIFF says more than the standard.
const (
	sdlSpace  = "http://sdl.com/FileTypes/SdlXliff/1.0"
	memoSpace = "MQXliff"
)

// xliffUnit is a unit being read; its lists are used again for the next.
type xliffUnit struct {
	source, parted, target flow
	// at is where the unit begins, or its target.
	at int
	// locked are the names of segments that may not be changed, sources where the
	// segments of the source begin and end, by their names.
	locked  map[string]bool
	sources map[string][2]int
}

// read1 reads the files of XLIFF 1.
func (x *xliffReader) read1() error {
	return x.Inside(func(t markup.Token) error {
		if !x.isCore(t) || t.Name != "file" {
			return nil
		}
		if t.Get("source-language") == "" {
			return x.Errorf(t.Start, "<file> lacks its source-language")
		}
		return x.units1(newXLIFFFile(t.Get("source-language"), t.Get("target-language")).inside(t))
	})
}

// xliffFile is what holds for all units of a file, or of a group in it.
type xliffFile struct {
	// target is the language that it translates into, chinese says that it does so
	// from Chinese.
	target    string
	chinese   bool
	translate bool
}

func newXLIFFFile(source, target string) xliffFile {
	return xliffFile{target: target, chinese: language(source) == "zh", translate: true}
}

// isReviewed reports whether a translation is one into English.
func (f xliffFile) isReviewed(source, target *flow) bool {
	if f.target != "" {
		return reviewed(f.target, "", "")
	}
	return reviewed("", source.source(source.items), target.source(target.items))
}

// chineseOf is a source, if it is Chinese.
func (f xliffFile) chineseOf(source *flow) string {
	if !f.chinese {
		return ""
	}
	return source.source(source.items)
}

func (f xliffFile) inside(t markup.Token) xliffFile {
	if translate := t.Get("translate"); translate != "" {
		f.translate = translate != "no"
	}
	return f
}

// units1 reads the units in a file, its body or a group.
func (x *xliffReader) units1(file xliffFile) error {
	return x.Inside(func(t markup.Token) error {
		if !x.isCore(t) {
			return nil
		}
		switch t.Name {
		case "body", "group", "bin-unit":
			return x.units1(file.inside(t))
		case "trans-unit":
			return x.unit1(t, file.inside(t))
		}
		return nil
	})
}

// unit1 reads a trans-unit.
func (x *xliffReader) unit1(unit markup.Token, file xliffFile) error {
	id := unit.Get("id")
	if id == "" {
		return x.Errorf(unit.Start, "<trans-unit> lacks its id")
	}
	locked := unit.In(memoSpace, "locked") == "locked"
	u := &x.unit
	u.reset(unit.Start, x.page)
	sourced := false
	err := x.Inside(func(t markup.Token) error {
		var err error
		switch {
		case t.Kind == markup.Start && t.Space == sdlSpace && t.Name == "seg-defs":
			return x.locks()
		case !x.isCore(t):
		case t.Name == "source":
			sourced = true
			u.source.items, err = x.content(u.source.items, true)
		case t.Name == "seg-source":
			u.parted.items, err = x.content(u.parted.items, true)
		case t.Name == "target":
			if lang := t.In(markup.XML, "lang"); lang != "" {
				file.target = lang
			}
			u.at = t.Start
			u.target.items, err = x.content(u.target.items, true)
		}
		return err
	})
	if err == nil && !sourced {
		err = x.Errorf(unit.Start, "<trans-unit> %s has no <source>", id)
	}
	if err != nil || locked {
		return err
	}
	for _, f := range []*flow{&u.source, &u.parted, &u.target} {
		x.translating[0].begin(file.translate)
		f.items = x.translating[0].only(f.items)
	}
	if !file.translate && !u.source.reads() && !u.target.reads() {
		return nil
	}
	x.write1(id, file)
	return nil
}

func (u *xliffUnit) reset(start int, in *page) {
	u.source.reset(in)
	u.parted.reset(in)
	u.target.reset(in)
	u.at = start
	clear(u.locked)
}

// locks reads which segments SDL Trados has locked.
func (x *xliffReader) locks() error {
	return x.Inside(func(t markup.Token) error {
		if t.Kind == markup.Start && t.Name == "seg" && t.Get("locked") == "true" {
			x.unit.locked[t.Get("id")] = true
		}
		return nil
	})
}

// write1 adds a unit to the document: whole, or a segment each for the parts
// that it marks.
func (x *xliffReader) write1(id string, file xliffFile) {
	u := &x.unit
	if !file.isReviewed(&u.source, &u.target) {
		x.other(file.target)
		return
	}
	name := "unit " + id
	segmented := slices.ContainsFunc(u.target.items, func(i item) bool { return i.kind == itemSegment })
	if !segmented {
		x.pair(&u.target, u.target.items, file.chineseOf(&u.source), file, name)
		return
	}
	u.findSources()
	for n := 0; n < len(u.target.items); n++ {
		if u.target.items[n].kind != itemSegment {
			continue
		}
		end := endOf(u.target.items, n, itemSegment, itemSegmentEnd)
		mid := u.target.items[n].name
		if !u.locked[mid] {
			x.pair(&u.target, u.target.items[n+1:end], u.sourceOf(mid), file, name+", segment "+mid)
		}
		n = end
	}
}

// findSources finds the segments of the source; of several of a name the first.
func (u *xliffUnit) findSources() {
	clear(u.sources)
	for n, i := range u.parted.items {
		if _, known := u.sources[i.name]; i.kind == itemSegment && !known {
			u.sources[i.name] = [2]int{n + 1, endOf(u.parted.items, n, itemSegment, itemSegmentEnd)}
		}
	}
}

// sourceOf is the source of the segment of a name.
func (u *xliffUnit) sourceOf(mid string) string {
	at := u.sources[mid]
	return u.parted.source(u.parted.items[at[0]:at[1]])
}

// pair adds a translation, and its source if that is Chinese.
func (x *xliffReader) pair(f *flow, items []item, source string, file xliffFile, name string) {
	at := f.write(&x.b, items, name)
	if file.chinese && (source != "" || at.Len() > 0) {
		x.b.pair(at, source, name, x.unit.at)
	}
}
