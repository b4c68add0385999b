package growing

import (
	"slices"
	"testing"
)

// What was handed out stays as it was, whatever is handed out or appended later.
func TestRoom(t *testing.T) {
	var room Room[int]
	var lists [][]int
	want := func(n int) []int { return slices.Repeat([]int{n}, n%7+n/90*listsOfBlock) }
	for n := range 100 {
		scratch := want(n)
		lists = append(lists, room.Copy(scratch))
		for i := range scratch {
			scratch[i] = -1
		}
		_ = append(lists[n], -1)
	}
	for n, list := range lists {
		if !slices.Equal(list, want(n)) || (list == nil) != (len(want(n)) == 0) {
			t.Errorf("list %d is %v", n, list)
		}
	}
}
