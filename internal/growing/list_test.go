package growing

import "testing"

// A list keeps its elements in their order, also beyond a block, and what it held
// before it was emptied is never seen again.
func TestList(t *testing.T) {
	var list List[int]
	for _, n := range []int{3*blockSize + 5, 0, blockSize, 2} {
		for i := range n {
			i += n
			list.Add(&i)
		}
		all := list.All()
		if len(all) != n || list.Len() != n {
			t.Fatalf("%d elements, %d by its length, of %d", len(all), list.Len(), n)
		}
		for i, v := range all {
			if *v != i+n || list.At(i) != v {
				t.Fatalf("element %d of %d is %d, %d at its place", i, n, *v, *list.At(i))
			}
		}
		list.Empty()
	}
	for _, block := range list.unused {
		for _, old := range block[:cap(block)] {
			if old != 0 {
				t.Fatal("an element is left in the memory of the list")
			}
		}
	}
}
