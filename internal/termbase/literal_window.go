package termbase

import (
	"slices"
)

// window is the shortest run of content words around one that has a word for
// every group, and no other.
func (f *literalFinder) window(l *literal, at int) (w stretch, ok bool) {
	groups := l.groups.of(f.index.literal.literalGroups)
	lo, hi := at, at
	for lo > int(f.run.from) && at-lo < len(groups) && f.inAny(groups, lo-1) {
		lo--
	}
	for hi < int(f.run.to)-1 && hi-at < len(groups) && f.inAny(groups, hi+1) {
		hi++
	}
	if hi-lo+1 < len(groups) {
		return w, false
	}
	for size := len(groups); size <= min(len(groups)+1, hi-lo+1); size++ {
		for from := max(lo, at-size+1); from <= at && from+size-1 <= hi; from++ {
			if f.covers(groups, from, size) && f.departs(l, from, size) && f.looksLike(l, from, size) && !f.isOrdinary(from, size) {
				return stretch{int32(from), int32(from + size)}, true
			}
		}
	}
	return w, false
}

func (f *literalFinder) inAny(groups []int32, at int) bool {
	for _, g := range groups {
		if f.in(g, at) {
			return true
		}
	}
	return false
}

// in reports whether a group has the content word at a place.
func (f *literalFinder) in(group int32, at int) bool {
	ix := &f.index.literal
	if !ix.signsOf[f.at[at].id].overlap(signOf(group)) {
		return false
	}
	_, found := slices.BinarySearch(ix.groups[group].of(ix.words), f.at[at].id)
	return found
}

// covers reports whether each group can have a word of its own among size
// content words.
func (f *literalFinder) covers(groups []int32, from, size int) bool {
	f.used = append(f.used[:0], make([]bool, size)...)
	return f.match(groups, from)
}

func (f *literalFinder) match(groups []int32, from int) bool {
	if len(groups) == 0 {
		return true
	}
	for i := range f.used {
		if !f.used[i] && f.in(groups[0], from+i) {
			f.used[i] = true
			if f.match(groups[1:], from) {
				return true
			}
			f.used[i] = false
		}
	}
	return false
}

// departs reports whether one of the words is in no right rendering.
func (f *literalFinder) departs(l *literal, from, size int) bool {
	right := l.right.of(f.index.literal.right)
	for i := from; i < from+size; i++ {
		if _, is := slices.BinarySearch(right, f.index.literal.stem[f.at[i].id]); !is {
			return true
		}
	}
	return false
}

// isOrdinary reports whether good English has these content words together.
func (f *literalFinder) isOrdinary(from, size int) bool {
	ix := &f.index.literal
	var sum uint64
	for i := from; i < from+size; i++ {
		sum += lemmaHash(ix.stem[f.at[i].id])
	}
	_, is := slices.BinarySearch(ix.ordinary, nearKey(sum, size))
	return is
}

// looksLike reports whether the window is as tight as a term, and has the
// capitals of a name if it is to be one.
func (f *literalFinder) looksLike(l *literal, from, size int) bool {
	first, last := f.at[from].word, f.at[from+size-1].word
	if int(last-first) > 2*size {
		return false
	}
	for i := from; i < from+size && l.name; i++ {
		if f.text.Words[f.at[i].word].flags&capital == 0 {
			return false
		}
	}
	return true
}
