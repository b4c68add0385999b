// Package changes reads which lines of which files a unified diff changed, as
// git and diff -u write it (POSIX diff, "Diff -u output format"; the headers of
// git's "diff-generate-patch").
package changes

import "sort"

// File is what a diff says of one file as it is now.
type File struct {
	// Whole says that everything in the file counts as changed: it is new, or
	// its lines can't be told apart.
	Whole bool
	// touched are the places that changed, in the order of the file.
	touched []stretch
}

// stretch is a range of places, both ends in it. Line n is the place 2n, and
// what lies between it and the next is 2n+1: lines may be gone from there.
type stretch struct{ first, last int }

func line(n int) int   { return 2 * n }
func behind(n int) int { return 2*n + 1 }

// add notes a place; places come in the order of the file.
func (f *File) add(place int) {
	if n := len(f.touched); n > 0 && place <= f.touched[n-1].last+1 {
		f.touched[n-1].last = max(f.touched[n-1].last, place)
		return
	}
	f.touched = append(f.touched, stretch{place, place})
}

// last is the last place that changed, or -1.
func (f *File) last() int {
	if n := len(f.touched); n > 0 {
		return f.touched[n-1].last
	}
	return -1
}

// Touches reports whether one of the lines first to last, counted from 1, was
// changed, or lines between them were deleted.
func (f *File) Touches(first, last int) bool {
	at := sort.Search(len(f.touched), func(i int) bool { return f.touched[i].last >= line(first) })
	return f.Whole || at < len(f.touched) && f.touched[at].first <= line(last)
}

// Empty reports whether nothing in the file changed: it was renamed, say.
func (f *File) Empty() bool { return !f.Whole && len(f.touched) == 0 }

// Set is the files of a diff that are there afterwards, by their paths with
// slashes.
type Set map[string]*File

// file is the file of that path, which it adds if it isn't there yet.
func (s Set) file(path string) *File {
	if s[path] == nil {
		s[path] = &File{}
	}
	return s[path]
}
