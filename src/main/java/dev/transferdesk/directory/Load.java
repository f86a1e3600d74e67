package dev.transferdesk.directory;

/** How many tasks of one kind a worker has, of how many. */
public record Load(int assigned, int capacity) {

    /** Whether TaskRouter would offer them nothing more of this kind. */
    public boolean isFull() {
        return assigned >= capacity;
    }
}
